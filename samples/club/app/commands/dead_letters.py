"""Tasks that failed for good: `python -m app.commands.dead_letters list`, `retry ID`, `drop ID`."""

import argparse
import json
import sys

from app.workers.dead_letters import send_again, take_letters


def main() -> None:
    parser = argparse.ArgumentParser(description="Look after tasks that failed for good.")
    parser.add_argument("action", choices=["list", "retry", "drop"])
    parser.add_argument("ids", nargs="*", metavar="ID", help="as list shows them, or: all")
    words = parser.parse_args()
    with take_letters() as messages:
        for message in messages:
            letter = message.payload
            if words.action == "list":
                sys.stdout.write(f"{json.dumps(letter)}\n")
            elif "all" in words.ids or letter["id"] in words.ids:
                if words.action == "retry":
                    send_again(letter)
                message.ack()
                sys.stdout.write(f"{words.action}: {letter['id']} {letter['task']}\n")


if __name__ == "__main__":
    main()

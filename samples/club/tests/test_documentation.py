"""What the OpenAPI document says of the routes of records."""

import pytest
from httpx2 import AsyncClient


@pytest.mark.parametrize(
    ("path", "key", "tag", "is_guarded"),
    [
        (
            "/api/v1/announcements",
            "announcement_id",
            "announcements",
            [False, True, False, True, True],
        ),
        ("/api/v1/fees", "fee_id", "fees", [True] * 5),
        ("/api/v1/meetings", "meeting_id", "meetings", [True] * 5),
        ("/api/v1/rules", "rule_id", "rules", [False] * 5),
    ],
)
async def test_routes_say_what_they_refuse(
    client: AsyncClient, path: str, key: str, tag: str, is_guarded: list[bool]
) -> None:
    paths = (await client.get("/openapi.json")).json()["paths"]
    one, many = paths[f"{path}/{{{key}}}"], paths[path]
    operations = [many["get"], many["post"], one["get"], one["patch"], one["delete"]]
    refused = [each["responses"].keys() & {"404", "409"} for each in operations]
    assert refused == [set(), {"409"}, {"404"}, {"404", "409"}, {"404", "409"}]
    assert all(each["tags"] == [tag] for each in operations)
    assert ["security" in each for each in operations] == is_guarded
    assert ["401" in each["responses"] for each in operations] == is_guarded

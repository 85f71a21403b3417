"""Sends a mail of a template: `email_task.s("welcome", to="ann@example.com", name="Ann")`."""

from app.core.mail import MailError, render_mail
from app.core.mail_delivery import build_mailer
from app.core.settings import Settings
from app.workers.celery_app import celery
from app.workers.run import run


# What makes no mail, such as an address that is none, does so each time.
@celery.task(autoretry_for=(MailError,))
def email_task(template: str, to: str, **values: str) -> None:
    message = render_mail(template, to=to, **values)
    run(build_mailer(Settings()).send(message))

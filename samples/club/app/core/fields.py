"""Types of fields in requests. What they let through, the database can hold."""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, EmailStr, Field

# Not every database has a place for the character NUL.
Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
# In one spelling, because some databases take no notice of case.
Email = Annotated[EmailStr, AfterValidator(str.lower)]


def to_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError("The year in UTC is not one of 1 to 9999") from error


Moment = Annotated[AwareDatetime, AfterValidator(to_utc)]

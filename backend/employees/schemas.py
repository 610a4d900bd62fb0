"""Bodies and answers of the account endpoints."""

from typing import Annotated

from pydantic import BaseModel, Field

Channel = Annotated[str, Field(pattern=r"^[a-z]{1,16}$")]
AccountId = Annotated[str, Field(min_length=1, max_length=80)]


class ResolveAccount(BaseModel):
    channel: Channel
    account_id: AccountId
    display_name: str | None = Field(default=None, max_length=200)
    """Accepted for the channels' convenience; it proves nothing and is not kept."""


class SignInDemo(BaseModel):
    nip: str = Field(min_length=1, max_length=40)


class RedeemInvitation(BaseModel):
    channel: Channel
    account_id: AccountId
    token: str = Field(min_length=1, max_length=100)


class OfferContact(BaseModel):
    channel: Channel
    account_id: AccountId
    phone: str = Field(min_length=1, max_length=40)


class AccountReply(BaseModel):
    conversation_id: str
    linked: bool
    name: str | None = None


class LinkReply(AccountReply):
    message: str


class DemoPerson(BaseModel):
    nip: str
    nama: str
    jabatan: str
    opd: str
    catatan: str
    peran: list[str]

"""The admin API under /admin/api/v1; every route but /token asks for a signed-in account."""

from backend.admin import office, outbox, requests, sign_in

ROUTERS = (sign_in.router, requests.router, outbox.router, office.router)

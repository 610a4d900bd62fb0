"""The explicit list of services. Adding one is a folder and a line here."""

from collections.abc import Mapping

from backend.layanan.cuti import CUTI
from backend.layanan.definition import Service

SERVICES: Mapping[str, Service] = {service.code: service for service in (CUTI,)}

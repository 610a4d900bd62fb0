"""An action server that answers at once, so that what is measured is Rasa and not our backend."""

import sys

import uvicorn
from fastapi import FastAPI, Request

app = FastAPI()


def _slot(name: str, value: str | None) -> dict[str, object]:
    return {"event": "slot", "name": name, "value": value, "timestamp": None}


@app.post("/webhook")
async def webhook(request: Request) -> dict[str, object]:
    """Every action asks for the next free text, as a form does."""
    await request.json()
    return {
        "events": [_slot("draft_id", "d1"), _slot("layanan", "cuti"), _slot("isian", "teks")],
        "responses": [{"custom": {"text": "Apa alasan Bapak/Ibu mengajukan?", "choices": []}}],
    }


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")

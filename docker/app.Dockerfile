# bot, actions, backend and worker: one image, four commands (docker-compose.yml).
FROM python:3.11-slim

RUN pip install --no-cache-dir uv==0.13.9 \
 && useradd --create-home --uid 10001 sapa \
 && mkdir /data && chown sapa /data
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-cache
COPY --chown=sapa . .
USER sapa
ENV PATH=/app/.venv/bin:$PATH SAPA_DATA_DIR=/data PYTHONUNBUFFERED=1

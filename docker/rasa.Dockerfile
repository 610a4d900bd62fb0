# Rasa with the model trained into the image, so that a container starts with what was tested.
FROM python:3.10-slim

RUN pip install --no-cache-dir uv==0.13.9 \
 && useradd --create-home --uid 10001 sapa \
 && mkdir /data && chown sapa /data
WORKDIR /app
COPY nlu/pyproject.toml nlu/uv.lock nlu/
RUN uv sync --frozen --no-dev --no-cache --project nlu
COPY --chown=sapa config.yml ./
COPY --chown=sapa nlu nlu
USER sapa
ENV PATH=/app/nlu/.venv/bin:$PATH SAPA_DATA_DIR=/data PYTHONUNBUFFERED=1
RUN python -m nlu.latih
CMD ["python", "-m", "nlu.layani"]

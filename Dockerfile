# The scheduler with everything it calls; the same image runs any command: docker compose run --rm c5watch python -m c5watch ...
FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir "uv>=0.8,<1"
WORKDIR /build
COPY pyproject.toml requirements.lock ./
# What the product needs and no more, at the versions and hashes of the lock.
RUN uv venv /opt/venv \
 && uv pip install --python /opt/venv/bin/python --no-cache --compile-bytecode -r pyproject.toml -c requirements.lock

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="C5 Watch" org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --gid 10001 c5watch \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/c5watch --shell /usr/sbin/nologin c5watch \
 && install -d -o 10001 -g 10001 /var/lib/c5watch
COPY --from=build /opt/venv /opt/venv
WORKDIR /opt/c5watch
# Owned by root: the running process cannot change its own code.
COPY pyproject.toml scrapy.cfg LICENSE README.md ./
COPY c5watch c5watch
COPY crawler crawler
COPY pipelines pipelines
COPY scheduler scheduler
COPY knowledge knowledge
COPY deploy/kibana deploy/kibana
# No package of this name is installed: the checkout stands first on the path, as everywhere else.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/opt/c5watch \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    C5WATCH_HOME=/var/lib/c5watch
USER 10001:10001
VOLUME /var/lib/c5watch
# The database answers and the scheduler is the one that runs (its own exit ends the container).
HEALTHCHECK --interval=60s --timeout=30s --start-period=120s --retries=3 \
    CMD ["python", "-m", "c5watch", "stats", "--json"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "scheduler"]

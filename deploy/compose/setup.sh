#!/usr/bin/env bash
# Makes the users that compose.yaml needs; may run again at every start. Usage: setup.sh ADDRESS
# Reads ELASTIC_PASSWORD, KIBANA_PASSWORD and C5WATCH_INDEX_PASSWORD. Passwords travel on standard input, never as arguments.
set -euo pipefail
address=${1:?address of Elasticsearch}

for name in ELASTIC_PASSWORD KIBANA_PASSWORD C5WATCH_INDEX_PASSWORD; do
  if ! [[ ${!name:-} =~ ^[A-Za-z0-9]{8,}$ ]]; then
    echo "$name: put 8 or more letters and digits into .env, since it also stands in addresses." >&2
    exit 2
  fi
done

# send METHOD PATH, the body on standard input
send() {
  local answer status
  answer=$(curl -sS -w '\n%{http_code}' -X "$1" "$address$2" -H 'Content-Type: application/json' \
    -K <(printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD") --data-binary @-)
  status=${answer##*$'\n'}
  case $status in
    2*) ;;
    401) echo "Elasticsearch refuses ELASTIC_PASSWORD: the one of its first start counts; put that into .env." >&2; exit 1 ;;
    *) echo "Elasticsearch answered $status to $1 $2: ${answer%$'\n'*}" >&2; exit 1 ;;
  esac
}

printf '{"password": "%s"}' "$KIBANA_PASSWORD" | send POST /_security/user/kibana_system/_password
printf '{"cluster": ["monitor"], "indices": [{"names": ["c5watch-*"], "privileges": ["all"]}]}' | send PUT /_security/role/c5watch
printf '{"password": "%s", "roles": ["c5watch"], "full_name": "C5 Watch"}' "$C5WATCH_INDEX_PASSWORD" \
  | send PUT /_security/user/c5watch
echo "Users are set."

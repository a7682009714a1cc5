-- Answers to POST requests, kept so that a retry gets the same one. The app adds and purges, never rewrites.
create table kept_reply (
    caller          text        not null,
    route           text        not null,
    idempotency_key text        not null,
    body_digest     text        not null,
    status          smallint    not null,
    location        text,
    body            text        not null,
    kept_at         timestamptz not null default now(),
    primary key (caller, route, idempotency_key)
);

create index kept_reply_kept_at on kept_reply (kept_at);

grant select, insert, delete on kept_reply to ${app};

-- Runs of forecasts and backtests. What a run rests on is frozen when it is asked for, so that any replica can work on it, and
-- whoever doubts it can repeat it.

create table forecast_document (
    document_hash text  primary key check (document_hash ~ '^[0-9a-f]{64}$'),
    content       jsonb not null
);

comment on table forecast_document is 'what runs are made from, each once';
comment on column forecast_document.document_hash is 'SHA-256 of the content as it was written first, with sorted keys';

create table forecast_result (
    result_key text primary key check (result_key ~ '^[0-9a-f]{64}$'),
    content    text not null
);

comment on table forecast_result is 'what runs came to, each once: the same inputs, elections and seed give the same';
comment on column forecast_result.result_key is 'SHA-256 of kind, documents, elections and seed';

create table forecast_run (
    run_id         uuid        primary key,
    kind           text        not null check (kind in ('forecast', 'backtest')),
    evidence       text        not null check (evidence in ('public', 'internal')),
    as_of          date        not null,
    boundary_set   text        not null,
    election_id    text,
    baseline       text        not null,
    parameters     text        not null,
    national_polls integer     not null check (national_polls >= 0),
    seat_polls     integer     not null check (seat_polls >= 0),
    by_elections   integer     not null check (by_elections >= 0),
    warnings       text[]      not null,
    elections      integer     not null check (elections between 1 and 100000),
    seed           bigint      not null,
    inputs_hash    text        not null references forecast_document,
    outcomes_hash  text        references forecast_document,
    result_key     text        not null,
    status         text        not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
    progress       smallint    not null check (progress between 0 and 10),
    requested_by   text        not null,
    requested_at   timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    claimed_by     uuid,
    lease_until    timestamptz,
    claims         smallint    not null default 0,
    cancelled_by   text,
    cancel_reason  text,
    version        bigint      not null,
    check ((kind = 'backtest') = (election_id is not null)),
    check ((kind = 'backtest') = (outcomes_hash is not null))
);

create index forecast_run_version on forecast_run (version);
create index forecast_run_to_do on forecast_run (run_id) where status in ('queued', 'running');

comment on column forecast_run.election_id is 'the election that a backtest is held against';
comment on column forecast_run.baseline is 'id of the election that the seats start from';
comment on column forecast_run.parameters is 'version of the parameters';
comment on column forecast_run.progress is 'tenths';
comment on column forecast_run.requested_by is 'subject of the token';
comment on column forecast_run.requested_at is 'domain time';
comment on column forecast_run.started_at is 'domain time';
comment on column forecast_run.finished_at is 'domain time';
comment on column forecast_run.claimed_by is 'the replica that works on it';
comment on column forecast_run.lease_until is 'real time after which another replica may take it up';
comment on column forecast_run.claims is 'how often it was taken up';
comment on column forecast_run.cancelled_by is 'subject of the token';
comment on column forecast_run.version is 'of all runs, when this one last changed';

create table forecast_version (
    only_row       boolean primary key default true check (only_row),
    version        bigint  not null,
    public_version bigint  not null
);

comment on column forecast_version.version is 'grows with every change of a run';
comment on column forecast_version.public_version is 'grows with every change of a run on public evidence, and no other';

insert into forecast_version (version, public_version) values (1, 1);

grant select, insert on forecast_document, forecast_result to ${app};
grant select, insert on forecast_run to ${app};
grant update (status, progress, started_at, finished_at, claimed_by, lease_until, claims, cancelled_by,
              cancel_reason, version) on forecast_run to ${app};
grant select on forecast_version to ${app};
grant update (version, public_version) on forecast_version to ${app};

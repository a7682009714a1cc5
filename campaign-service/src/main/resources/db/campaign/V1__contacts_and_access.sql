create table local_party (
    id     text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name   text not null,
    region text not null
);

-- A seat has one local party; a local party may have several seats.
create table local_party_seat (
    seat_code   text primary key,
    local_party text not null references local_party
);
create index local_party_seat_party on local_party_seat (local_party);

create table contact_batch (
    id              uuid primary key,
    local_party     text        not null references local_party,
    seat_code       text        not null,
    source_batch_id text,
    reported_by     text        not null,
    reported_at     timestamptz not null,
    unique (local_party, source_batch_id)
);
create index contact_batch_seat on contact_batch (seat_code, local_party);

create table contact_count (
    batch_id uuid    not null references contact_batch,
    line     integer not null,
    day      date    not null,
    channel  text    not null,
    attempts integer check (attempts >= contacts),
    contacts integer not null check (contacts between 0 and 1000000),
    primary key (batch_id, line)
);

create table batch_withdrawal (
    batch_id     uuid primary key references contact_batch,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);

-- One row a week: its row lock is what makes two batches racing over a limit take turns.
create table contact_week (
    local_party   text    not null references local_party,
    seat_code     text    not null,
    week_start    date    not null check (extract(isodow from week_start) = 1),
    doorstep      bigint  not null default 0 check (doorstep >= 0),
    phone         bigint  not null default 0 check (phone >= 0),
    leaflet       bigint  not null default 0 check (leaflet >= 0),
    direct_mail   bigint  not null default 0 check (direct_mail >= 0),
    digital       bigint  not null default 0 check (digital >= 0),
    street_stall  bigint  not null default 0 check (street_stall >= 0),
    primary key (local_party, seat_code, week_start)
);
create index contact_week_seat on contact_week (seat_code, week_start);

create table access_policy (
    version      integer primary key,
    weekly_limit integer     not null check (weekly_limit > 0),
    warn_at      integer     not null check (warn_at between 1 and weekly_limit),
    channels     text        not null,
    classes      text        not null,
    valid_until  timestamptz,
    activated_by text        not null,
    reason       text        not null
);
insert into access_policy (version, weekly_limit, warn_at, channels, classes, activated_by, reason)
values (1, 500, 400, 'doorstep phone', 'non-battleground', 'founding policy',
        'Work beyond 500 contacts a week in a seat that will not change hands is needed more elsewhere.');

create table access_decision (
    id             uuid primary key,
    local_party    text        not null references local_party,
    seat_code      text        not null,
    outcome        text        not null check (outcome in ('warned', 'locked', 'restored')),
    decided_by     text        not null,
    decided_at     timestamptz not null,
    reason         text        not null,
    policy_version integer references access_policy,
    week_start     date,
    contacts       bigint,
    until          timestamptz,
    lifts          uuid references access_decision
);
create index access_decision_party on access_decision (local_party, seat_code, id);
create index access_decision_seat on access_decision (seat_code, id);

create table access_lock (
    decision_id uuid primary key references access_decision,
    local_party text        not null references local_party,
    seat_code   text        not null,
    reason      text        not null,
    since       timestamptz not null,
    until       timestamptz not null,
    lifted_by   uuid references access_decision
);
create unique index one_active_lock on access_lock (local_party, seat_code) where lifted_by is null;

-- Grows with every change of a lock, so that followers can ask "anything new?".
create table lock_feed (
    one     boolean primary key default true check (one),
    version bigint not null
);
insert into lock_feed (version) values (0);

-- What Keycloak is to be told: a state, not a queue, so that order cannot matter.
create table role_sync (
    local_party     text primary key references local_party,
    wanted          bigint      not null,
    synced          bigint      not null default 0,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    leased_until    timestamptz,
    last_error      text
);
create index role_sync_due on role_sync (next_attempt_at) where wanted > synced;

grant select, insert, update on local_party, local_party_seat, contact_week, role_sync to ${app};
grant select, insert on contact_batch, contact_count, batch_withdrawal, access_decision to ${app};
grant select, insert on access_lock to ${app};
grant update (lifted_by) on access_lock to ${app};
grant select on access_policy to ${app};
grant select, update on lock_feed to ${app};

-- The outbox: how many asked at once (that a great wave does not hold up who comes alone), how often Keycloak refused,
-- and since when it does. A row with dead_since is left alone until somebody has it replayed or it is asked for again.
alter table role_sync
    add wave          integer not null default 1,
    add refusals      integer not null default 0,
    add failing_since timestamptz,
    add dead_since    timestamptz,
    add synced_at     timestamptz,
    add group_id      text;
drop index role_sync_due;
create index role_sync_due on role_sync (next_attempt_at) where wanted > synced and dead_since is null;
create index role_sync_wave on role_sync (wave, next_attempt_at) where wanted > synced and dead_since is null;

-- Which of the groups reserved in Keycloak was given to which local party that had none.
create table reserved_group (
    number      integer primary key,
    local_party text not null unique references local_party
);

-- A role that a person took away in Keycloak by hand: not given again until headquarters lifts it.
create table role_exception (
    id          uuid primary key,
    local_party text        not null references local_party,
    role        text        not null,
    adopted_at  timestamptz not null default now(),
    removed_at  timestamptz not null,
    removed_by  text        not null,
    lifted_at   timestamptz,
    lifted_by   text,
    lift_reason text
);
create unique index one_exception on role_exception (local_party, role) where lifted_at is null;

-- What a group should carry, all told.
create view role_to_carry (local_party, role) as
    select d.local_party, d.role from desired_role d
    where not exists (
        select 1 from role_exception e
        where e.local_party = d.local_party and e.role = d.role and e.lifted_at is null);

-- Comparisons of all groups in Keycloak with what they should carry.
create table drift_run (
    id           uuid primary key,
    asked_by     text        not null,
    asked_at     timestamptz not null default now(),
    leased_until timestamptz,
    ended_at     timestamptz,
    state        text        not null default 'waiting'
                 check (state in ('waiting', 'running', 'done', 'held', 'applied', 'failed')),
    compared     integer,
    error        text,
    applied_by   text,
    applied_at   timestamptz
);
create index drift_run_open on drift_run (asked_at) where state in ('waiting', 'running');

create table drift (
    run_id      uuid not null references drift_run,
    local_party text not null references local_party,
    role        text not null,
    difference  text not null check (difference in ('missing', 'extra', 'no-group')),
    action      text not null check (action in ('healed', 'adopted', 'held')),
    changed_by  text,
    changed_at  timestamptz,
    primary key (run_id, local_party, role)
);

-- Who changed whose membership, and why. The account is an id; the name is in Keycloak alone.
create table membership_change (
    id          uuid primary key,
    local_party text        not null references local_party,
    account_id  text        not null,
    change      text        not null check (change in ('added', 'removed', 'key-holder', 'no-key-holder')),
    changed_by  text        not null,
    changed_at  timestamptz not null,
    reason      text        not null
);
create index membership_change_account on membership_change (local_party, account_id, id);

-- A change that Keycloak has not confirmed has no row here.
create table membership_confirmation (
    change_id    uuid primary key references membership_change,
    confirmed_at timestamptz not null
);

grant select, insert on reserved_group, role_exception, drift_run, drift, membership_change, membership_confirmation
    to ${app};
grant update (lifted_at, lifted_by, lift_reason) on role_exception to ${app};
grant update (leased_until, ended_at, state, compared, error, applied_by, applied_at) on drift_run to ${app};
grant update (action) on drift to ${app};
grant select on role_to_carry to ${app};

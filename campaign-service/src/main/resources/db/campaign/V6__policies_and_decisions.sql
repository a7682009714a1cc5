-- A version is a draft until it is first activated; from then on nothing of its rule changes.
alter table access_policy
    add column title             text not null default '',
    add column notice_hours      integer not null default 0 check (notice_hours between 0 and 168),
    add column break_glass_hours integer not null default 12 check (break_glass_hours between 1 and 72),
    add column valid_from        timestamptz,
    add column drafted_by        text,
    add column drafted_at        timestamptz;
update access_policy set title = 'Five hundred contacts a week', drafted_by = activated_by,
    drafted_at = timestamptz '2015-01-01 00:00Z';

-- What became of a version, and why; the one that was activated last is in force unless it was withdrawn.
create table policy_event (
    id             uuid primary key,
    version        integer     not null references access_policy,
    kind           text        not null check (kind in ('activated', 'withdrawn')),
    effective_from timestamptz not null,
    decided_by     text        not null,
    decided_at     timestamptz not null,
    reason         text        not null
);
insert into policy_event (id, version, kind, effective_from, decided_by, decided_at, reason)
select '00000000-0000-7000-8000-000000000001', version, 'activated', drafted_at, activated_by, drafted_at, reason
from access_policy;

alter table access_policy
    drop column activated_by,
    drop column reason,
    alter column title drop default,
    alter column drafted_by set not null,
    alter column drafted_at set not null;

-- Whoever is locked by a version must be able to read the rule that locked them.
create function keep_activated_policy() returns trigger language plpgsql as $$
begin
    if exists (select 1 from policy_event e where e.version = old.version)
        and (to_jsonb(new) - 'drafted_by') is distinct from (to_jsonb(old) - 'drafted_by') then
        raise exception 'Version % of the access policy was activated and does not change', old.version;
    end if;
    return new;
end
$$;
create trigger keep_activated_policy before update on access_policy
    for each row execute function keep_activated_policy();

alter table access_decision
    drop constraint access_decision_outcome_check,
    add constraint access_decision_outcome_check check (outcome in
        ('warned', 'notice', 'notice-ended', 'locked', 'restored', 'exempted', 'exemption-ended')),
    add column by_channel  text,
    add column break_glass boolean not null default false,
    add column appeal      uuid;
create index access_decision_lifts on access_decision (lifts) where lifts is not null;

-- For how long the rule is held back for a local party in a seat: a notice that runs before a lock, or an exemption.
create table access_respite (
    decision_id uuid primary key references access_decision,
    kind        text        not null check (kind in ('notice', 'exemption', 'break-glass')),
    local_party text        not null references local_party,
    seat_code   text        not null,
    reason      text        not null,
    until       timestamptz not null,
    opened      uuid references access_decision,
    ended_by    uuid references access_decision
);
create index access_respite_party on access_respite (local_party, seat_code);
create index respite_due on access_respite (until) where ended_by is null;
create unique index one_running_notice on access_respite (local_party, seat_code)
    where ended_by is null and kind = 'notice';
create index access_lock_due on access_lock (until) where lifted_by is null;
insert into access_respite (decision_id, kind, local_party, seat_code, reason, until)
select id, 'exemption', local_party, seat_code, reason, until from access_decision
where outcome = 'restored' and until is not null;

-- One appeal of a decision is open at a time: the next round begins when the last one was judged.
create table access_appeal (
    id          uuid primary key,
    decision_id uuid        not null references access_decision,
    round       integer     not null,
    appellant   text        not null,
    appealed_at timestamptz not null,
    reason      text        not null,
    unique (decision_id, round)
);
create table appeal_judgement (
    appeal_id uuid primary key references access_appeal,
    outcome   text        not null check (outcome in ('upheld', 'dismissed')),
    judged_by text        not null,
    judged_at timestamptz not null,
    reason    text        not null
);
alter table access_decision add foreign key (appeal) references access_appeal;

comment on column access_policy.drafted_by is 'account of a person';
comment on column policy_event.decided_by is 'account of a person';
comment on column access_decision.decided_by is 'account of a person';
comment on column access_appeal.appellant is 'account of a person';
comment on column appeal_judgement.judged_by is 'account of a person';

grant insert on access_policy to ${app};
grant update (title, weekly_limit, warn_at, channels, classes, notice_hours, break_glass_hours, valid_from, valid_until,
    drafted_by, drafted_at) on access_policy to ${app};
grant select, insert on policy_event, access_appeal, appeal_judgement, access_respite to ${app};
grant update (ended_by) on access_respite to ${app};

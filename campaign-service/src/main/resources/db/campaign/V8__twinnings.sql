-- A local party (donor) that works in a target seat for a while. What was agreed never changes; how it stands does, and
-- every change of that is kept in twinning_event.
create table twinning (
    id            uuid primary key,
    donor         text         not null references local_party,
    target        text         not null,
    starts_on     date         not null,
    ends_on       date         not null check (ends_on >= starts_on),
    pledged_hours integer      not null check (pledged_hours between 1 and 100000),
    travel_km     numeric(7, 1),
    travel_hours  numeric(6, 2),
    reason        text         not null,
    proposed_by   text         not null,
    proposed_at   timestamptz  not null,
    status        text         not null check (status in ('proposed', 'accepted', 'refused', 'ended')),
    -- Accepted, and its period has begun and not ended, in domain time, which the database does not know.
    in_force      boolean      not null default false check (status = 'accepted' or not in_force),
    status_by     text         not null,
    status_at     timestamptz  not null,
    status_reason text         not null
);
create unique index one_open_proposal on twinning (donor, target) where status = 'proposed';
create index twinning_of_donor on twinning (donor, id);
create index twinning_of_target on twinning (target, id);
create index twinning_in_force on twinning (donor, target) where in_force;
create index twinning_due on twinning (ends_on) where status in ('proposed', 'accepted');

create table twinning_event (
    id          uuid primary key,
    twinning_id uuid        not null references twinning,
    status      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    reason      text        not null
);
create index twinning_event_of on twinning_event (twinning_id, id);

create table twinning_hours (
    id          uuid primary key,
    twinning_id uuid          not null references twinning,
    day         date          not null,
    hours       numeric(7, 2) not null check (hours > 0 and hours <= 10000),
    reported_by text          not null,
    reported_at timestamptz   not null
);
create index twinning_hours_of on twinning_hours (twinning_id, id);

create table twinning_hours_withdrawal (
    report_id    uuid primary key references twinning_hours,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);

create or replace view current_twin (local_party, seat_code) as
    select distinct donor, target from twinning where in_force;

create or replace view desired_role (local_party, role) as
    select g.local_party, g.kind || g.seat_code from (
        select local_party, cast('seat:' as text) as kind, seat_code from local_party_seat
        union all
        select local_party, cast('twin:' as text), seat_code from current_twin) g
    where not exists (
        select 1 from access_lock l
        where l.local_party = g.local_party and l.seat_code = g.seat_code and l.lifted_by is null);

grant select, insert on twinning, twinning_event, twinning_hours, twinning_hours_withdrawal to ${app};
grant update (status, in_force, status_by, status_at, status_reason) on twinning to ${app};

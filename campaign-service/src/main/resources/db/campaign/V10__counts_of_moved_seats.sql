-- A seat that changes hands in the middle of a week takes the week's counts along: they count for its new owner, who is
-- judged by them, and not for the local party that made them. Null: the seat has no owner at the moment.
create table carried_week (
    seat_code   text not null,
    week_start  date not null,
    local_party text not null references local_party,
    counts_for  text references local_party,
    primary key (seat_code, week_start, local_party),
    check (counts_for <> local_party)
);

-- The contacts by which the access policy judges a local party in a seat: its own and those carried to it. A week may have
-- several rows, which add up.
create view counted_week as
    select w.local_party, w.seat_code, w.week_start,
           w.doorstep, w.phone, w.leaflet, w.direct_mail, w.digital, w.street_stall
    from contact_week w
    where not exists (
        select 1 from carried_week c
        where c.seat_code = w.seat_code and c.week_start = w.week_start and c.local_party = w.local_party)
    union all
    select c.counts_for, w.seat_code, w.week_start,
           w.doorstep, w.phone, w.leaflet, w.direct_mail, w.digital, w.street_stall
    from carried_week c
    join contact_week w
        on w.seat_code = c.seat_code and w.week_start = c.week_start and w.local_party = c.local_party
    where c.counts_for is not null;

grant select, insert, update, delete on carried_week to ${app};
grant select on counted_week to ${app};

-- An appeal is closed, unjudged, when the decision that it is against is lifted for another reason.
alter table appeal_judgement
    drop constraint appeal_judgement_outcome_check,
    add constraint appeal_judgement_outcome_check check (outcome in ('upheld', 'dismissed', 'closed'));

-- An emergency opening ends after a day unless a second person confirms it: "until" is at most that day's end, and
-- "until_if_confirmed" the end that confirmation gives it.
alter table access_respite add column until_if_confirmed timestamptz;
create table emergency_confirmation (
    decision_id  uuid primary key references access_respite,
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    reason       text        not null
);
comment on column emergency_confirmation.confirmed_by is 'account of a person';

-- Suspensions of the weekly limit with the end that they have as things are.
create view effective_respite as
    select r.decision_id, r.kind, r.local_party, r.seat_code, r.reason, r.opened, r.ended_by,
           case when c.decision_id is null then r.until else r.until_if_confirmed end as until,
           c.decision_id is null and r.until < r.until_if_confirmed as unconfirmed
    from access_respite r left join emergency_confirmation c on c.decision_id = r.decision_id;

grant select, insert on emergency_confirmation to ${app};
grant select on effective_respite to ${app};

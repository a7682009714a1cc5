-- An expense of our party in a seat. Nothing is ever changed or deleted: what is known of it is its newest entry.
create table spending_expense (
    id          uuid primary key,
    seat_code   text        not null,
    election    text        not null,
    -- Whose expense it is; null for the national party.
    local_party text references local_party,
    -- Under which its source knows it, for example the number of an invoice.
    reference   text,
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create unique index spending_reference on spending_expense (seat_code, election, reference) where reference is not null;
create index spending_of_seat on spending_expense (seat_code, election, id);
create index spending_of_election on spending_expense (election, id);

create table spending_entry (
    expense_id          uuid           not null references spending_expense,
    revision            integer        not null check (revision >= 0),
    status              text           not null check (status in ('committed', 'declared', 'released', 'withdrawn')),
    category            text           not null,
    period              text           not null check (period in ('long', 'short')),
    paid_gbp            numeric(12, 2) not null check (paid_gbp >= 0),
    notional_gbp        numeric(12, 2) not null check (notional_gbp >= 0),
    candidate_share_pct numeric(5, 2)  not null check (candidate_share_pct between 0 and 100),
    -- The candidate's part of both, which counts against the limit.
    counted_gbp         numeric(12, 2) not null check (counted_gbp >= 0),
    -- Whether it exceeded the headroom when it was recorded.
    over_limit          boolean        not null,
    day                 date           not null,
    supplier            text,
    description         text,
    reason              text,
    entered_by          text           not null,
    entered_at          timestamptz    not null,
    primary key (expense_id, revision),
    check (revision = 0 or reason is not null)
);

create view spending_current as
    select x.id, x.seat_code, x.election, x.local_party, x.reference, x.recorded_by, x.recorded_at,
        e.revision, e.status, e.category, e.period, e.paid_gbp, e.notional_gbp, e.candidate_share_pct, e.counted_gbp,
        e.over_limit, e.day, e.supplier, e.description, e.reason, e.entered_by, e.entered_at
    from spending_expense x join spending_entry e on e.expense_id = x.id
    where not exists (
        select 1 from spending_entry later where later.expense_id = e.expense_id and later.revision > e.revision);

-- How many electors a seat has on the register that decides the limits of an election; the newest statement counts.
create table spending_electorate (
    id         uuid primary key,
    election   text        not null,
    seat_code  text        not null,
    electorate integer     not null check (electorate between 1 and 1000000),
    source     text        not null,
    stated_by  text        not null,
    stated_at  timestamptz not null
);
create index spending_electorate_of on spending_electorate (election, seat_code, id);

-- What candidates of all parties declared at past elections, as it was published: history, which counts against no limit.
create table spending_return (
    seat_code                text           not null,
    election                 text           not null,
    party                    text           not null,
    candidate                text           not null,
    period                   text           not null check (period in ('long', 'short')),
    electorate               integer        check (electorate >= 0),
    limit_gbp                numeric(12, 2) check (limit_gbp >= 0),
    total_gbp                numeric(12, 2) not null check (total_gbp >= 0),
    advertising_gbp          numeric(12, 2) check (advertising_gbp >= 0),
    unsolicited_material_gbp numeric(12, 2) check (unsolicited_material_gbp >= 0),
    transport_gbp            numeric(12, 2) check (transport_gbp >= 0),
    public_meetings_gbp      numeric(12, 2) check (public_meetings_gbp >= 0),
    staff_gbp                numeric(12, 2) check (staff_gbp >= 0),
    accommodation_gbp        numeric(12, 2) check (accommodation_gbp >= 0),
    administration_gbp       numeric(12, 2) check (administration_gbp >= 0),
    source                   text           not null,
    imported_by              text           not null,
    imported_at              timestamptz    not null,
    primary key (election, seat_code, party, candidate, period)
);
create index spending_return_of_seat on spending_return (seat_code);

-- docs/privacy.md: erase_account goes by these words.
comment on column spending_expense.recorded_by is 'account of a person';
comment on column spending_entry.entered_by is 'account of a person';
comment on column spending_electorate.stated_by is 'account of a person';
comment on column spending_return.imported_by is 'account of a person';

grant select, insert on spending_expense, spending_entry, spending_electorate, spending_return to ${app};
grant select on spending_current to ${app};

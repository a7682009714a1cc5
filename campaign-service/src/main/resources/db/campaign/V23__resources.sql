-- What was said of one kind of resource of one holder in one week on one basis. A correction and a withdrawal add an edition;
-- the last one counts. What was measured is worked out from contacts and hours and is not kept here.
create table resource_statement (
    id          uuid primary key,
    holder_kind text        not null check (holder_kind in ('local-party', 'region', 'national')),
    -- Id of the local party, or GSS code of the region.
    holder      text        not null check ((holder = '') = (holder_kind = 'national')),
    kind        text        not null check (kind in
        ('doorstep-hours', 'phone-hours', 'organisers', 'leaflets', 'direct-mail', 'leader-visits', 'money')),
    week_start  date        not null check (extract(isodow from week_start) = 1),
    basis       text        not null check (basis in ('pledged', 'estimated')),
    edition     integer     not null check (edition > 0),
    -- The edition that it corrects.
    replaces    integer     check (replaces < edition),
    -- Null: withdrawn.
    amount      numeric(12, 2) check (amount >= 0),
    source      text        check ((source is null) = (amount is null)),
    reason      text        check (reason is not null or (replaces is null and amount is not null)),
    author      text        not null,
    stated_at   timestamptz not null,
    check (kind <> 'leader-visits' or holder_kind = 'national'),
    unique (holder_kind, holder, kind, week_start, basis, edition)
);
create index resource_statement_week on resource_statement (week_start, holder);

comment on column resource_statement.author is 'account of a person';

-- Hours that donors reported are looked up by week.
create index twinning_hours_day on twinning_hours (day);
create index contact_week_start on contact_week (week_start);

grant select, insert on resource_statement to ${app};

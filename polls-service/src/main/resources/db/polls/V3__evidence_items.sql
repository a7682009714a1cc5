-- Evidence that is no poll. Each row is how an item stood from one change to the next; none is ever written over.

create table evidence_item (
    item_id         uuid        not null,
    change          integer     not null check (change > 0),
    revision        integer     not null check (revision > 0 and revision <= change),
    status          text        not null check (status in ('recorded', 'withdrawn')),
    visibility      text        not null check (visibility in ('private', 'embargoed', 'leaked', 'public')),
    embargoed_until timestamptz,
    content         jsonb       not null,
    author          text        not null,
    reason          text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null,
    primary key (item_id, change),
    check ((visibility = 'embargoed') = (embargoed_until is not null))
);

create index evidence_item_version on evidence_item (version);

comment on column evidence_item.change is 'counts every correction, withdrawal and change of visibility; the last one counts';
comment on column evidence_item.revision is 'counts what was stated: corrections and withdrawals';
comment on column evidence_item.embargoed_until is 'domain time at which the item is public by itself';
comment on column evidence_item.content is 'the item as it was stated, in the form in which the API takes it';
comment on column evidence_item.author is 'subject of the token';
comment on column evidence_item.changed_at is 'domain time';
comment on column evidence_item.version is 'of the evidence, as of this change';

create table item_reading (
    reading_id uuid        primary key,
    item_id    uuid        not null,
    change     integer     not null,
    reader     text        not null,
    operation  text        not null,
    read_at    timestamptz not null,
    foreign key (item_id, change) references evidence_item
);

create index item_reading_item_id on item_reading (item_id, reading_id);
create index item_reading_reader on item_reading (reader, reading_id);

comment on table item_reading is 'who was shown which item that was not public';
comment on column item_reading.reader is 'subject of the token';
comment on column item_reading.operation is 'operationId';
comment on column item_reading.read_at is 'domain time';

grant select, insert on evidence_item, item_reading to ${app};

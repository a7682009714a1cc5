-- Where the people of a seat live: the mean place of its postcodes. A table of its own, because what is recorded of a seat is
-- never rewritten, and this may be known later than the seat.
create table seat_postcode_centroid (
    boundary_set text          not null,
    seat_code    text          not null,
    lat          numeric(8, 5) not null check (lat between -90 and 90),
    lon          numeric(8, 5) not null check (lon between -180 and 180),
    primary key (boundary_set, seat_code),
    foreign key (boundary_set, seat_code) references seat
);

grant select, insert on seat_postcode_centroid to ${app};

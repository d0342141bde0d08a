-- What the people of the house chose for it; empty before anybody chose.
create table house_setting (
    name  ${text} primary key,
    value text not null
);

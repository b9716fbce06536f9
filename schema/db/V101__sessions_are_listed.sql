-- Users see where they are signed in, and a session cookie has a name that no other subdomain can set.

-- false: on https only the cookie with the prefix __Host- is accepted. Sessions from before, and those that an earlier version
-- of the program opens beside this one, may still come with the old name.
alter table refresh_family add column legacy_cookie boolean not null default true;
-- of the sign-in
alter table refresh_family add column address text;
alter table refresh_family add column user_agent text;

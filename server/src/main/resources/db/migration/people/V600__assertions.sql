-- What the authenticator answered, as the browser said it: the same form sent again says the same to the engine.
alter table passkey.step_ups add column answer text;

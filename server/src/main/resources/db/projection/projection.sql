-- The projection of the outcome log. Owned by the projector: made when it is missing, dropped and made again by a rebuild.
--
-- Every table is written in the order of the log and never changed, so that a rebuild gives the same rows in the same
-- places. That is also why no column is null and no column varies in length: a smaller row could fill a gap in an
-- earlier page. And it is why nothing is vacuumed by itself, only analysed: there is nothing to clean, and a vacuum would
-- offer earlier pages for new rows.
--
-- Times and log positions are in columns that end in _at or position: without them two runs of the same commands can be
-- compared. A time that does not exist is 'infinity'. Codes are those of the enums of sekisho.protocol; a currency
-- that does not exist is blank. request_index is the place of the request in its step, from 0; -1: time passed.
-- event_index is the place of the event among those of its request.

create schema projection;
comment on schema projection is 'What the outcome log says, as rows. Can be dropped and made again (sekisho rebuild).';

create table projection.progress (
    first_position bigint not null,
    first_stamped_at timestamptz not null,
    position bigint not null,
    stamped_at timestamptz not null,
    steps bigint not null,
    layout integer not null,
    accounts integer not null,
    only_row boolean primary key default true check (only_row)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.progress is 'How far the log is projected: one row, written in the transaction of the rows it speaks of. All 0 before the first step.';
comment on column projection.progress.first_position is 'Position of the first step of the log: with its stamp, what tells one home from another.';
comment on column projection.progress.first_stamped_at is 'The engine''s time after the first step.';
comment on column projection.progress.position is 'Position of the last step that is projected.';
comment on column projection.progress.stamped_at is 'The engine''s time after the last step that is projected.';
comment on column projection.progress.steps is 'How many steps are projected.';
comment on column projection.progress.layout is 'Version of these tables. Another one than the program''s needs a rebuild.';
comment on column projection.progress.accounts is 'How many accounts there are: the last id given out.';
comment on column projection.progress.only_row is 'Always true: there is one row.';

create table projection.accounts (
    owner bigint not null,
    first_position bigint not null,
    id integer primary key,
    book integer not null,
    kind smallint not null,
    currency char(3) not null,
    unique (owner, kind, currency, book)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.accounts is 'The accounts that ever had an entry. An account that was opened and never moved is not here.';
comment on column projection.accounts.owner is 'Wallet, merchant or bank code, by kind; 1 where the kind has no owners.';
comment on column projection.accounts.first_position is 'Position of the step of its first entry.';
comment on column projection.accounts.id is '1, 2, 3, ... in the order of first appearance in the log.';
comment on column projection.accounts.book is 'The book (tenant), 1 to 65535.';
comment on column projection.accounts.kind is 'AccountKind: 1 wallet, 2 merchant, 3 settlement, 4 in transit, 5 fees, 6 compensation, 7 suspense, 8 position, 9 opening.';
comment on column projection.accounts.currency is 'Three letters.';

create table projection.entries (
    position bigint not null,
    sequence bigint not null,
    amount bigint not null,
    balance bigint not null,
    held bigint not null,
    expected bigint not null,
    booked_at timestamptz not null,
    effective_at timestamptz not null,
    account_id integer not null,
    counterpart_id integer not null,
    operation uuid not null,
    request_index smallint not null,
    kind smallint not null,
    side smallint not null,
    outcome smallint not null,
    primary key (account_id, sequence)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.entries is 'Every change of every account. The last entry of an account says how it stands.';
comment on column projection.entries.position is 'Position of the step in the log.';
comment on column projection.entries.sequence is '1, 2, 3, ... within the account.';
comment on column projection.entries.amount is 'At least 1 minor unit.';
comment on column projection.entries.balance is 'Posted balance after it, minor units, in the account''s normal direction.';
comment on column projection.entries.held is 'Reserved to leave after it: pending amounts of the side that lowers the balance. Available is balance less held.';
comment on column projection.entries.expected is 'On its way in after it: pending amounts of the side that raises the balance.';
comment on column projection.entries.booked_at is 'The engine''s time of the step. Never goes back within an account.';
comment on column projection.entries.effective_at is 'When the movement took effect, not after booked_at; the same unless the request said otherwise.';
comment on column projection.entries.account_id is 'accounts.id.';
comment on column projection.entries.counterpart_id is 'accounts.id of the first line on the other side, of the same kind and currency, of the same operation; 0: none.';
comment on column projection.entries.operation is 'The payment, instruction or hold that it belongs to; otherwise the operation that its request started.';
comment on column projection.entries.request_index is 'Place of the request in its step; -1: time passed.';
comment on column projection.entries.kind is 'EntryKind: 0 posted, 1 held, 2 released.';
comment on column projection.entries.side is 'Side: 0 debit, 1 credit.';
comment on column projection.entries.outcome is 'OutcomeKind of the request''s answer (14 sent, 18 paid, ...); 0: time passed.';

create index entries_effective_earlier on projection.entries (account_id, effective_at) where effective_at <> booked_at;
comment on index projection.entries_effective_earlier is 'The few entries that took effect before they were booked: for balances at a past time, by effective time.';

create table projection.answers (
    client bigint not null,
    position bigint not null,
    first bigint not null,
    second bigint not null,
    answered_at timestamptz not null,
    request_id uuid not null,
    request_index smallint not null,
    kind smallint not null,
    currency char(3) not null,
    primary key (client, request_id, position, request_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.answers is 'Answers that are remembered, by request id; repeats, dry runs and answers to the node itself are left out. Where an id has several rows (a chain that was broken, then sent again), the last one holds.';
comment on column projection.answers.client is 'Who asked.';
comment on column projection.answers.position is 'Position of the step in the log.';
comment on column projection.answers.first is 'First number of the outcome''s compact form; refused: the refusal''s code.';
comment on column projection.answers.second is 'Second number of the outcome''s compact form; refused: the bound.';
comment on column projection.answers.answered_at is 'The engine''s time of the step.';
comment on column projection.answers.request_id is 'UUIDv7, unique within the client.';
comment on column projection.answers.request_index is 'Place of the request in its step.';
comment on column projection.answers.kind is 'OutcomeKind; 1 is refused.';
comment on column projection.answers.currency is 'Currency of the outcome''s amounts; blank: none.';

create table projection.stream_answers (
    client bigint not null,
    stream bigint not null,
    sequence bigint not null,
    position bigint not null,
    first bigint not null,
    second bigint not null,
    answered_at timestamptz not null,
    request_index smallint not null,
    kind smallint not null,
    currency char(3) not null,
    primary key (client, stream, sequence, position)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.stream_answers is 'Answers to the entries of ordered streams; repeats are left out.';
comment on column projection.stream_answers.client is 'Who asked.';
comment on column projection.stream_answers.stream is 'Names the stream within its client.';
comment on column projection.stream_answers.sequence is 'Place of the entry in its stream, from 1.';
comment on column projection.stream_answers.position is 'Position of the step in the log.';
comment on column projection.stream_answers.first is 'First number of the outcome''s compact form; refused: the refusal''s code.';
comment on column projection.stream_answers.second is 'Second number of the outcome''s compact form; refused: the bound.';
comment on column projection.stream_answers.answered_at is 'The engine''s time of the step.';
comment on column projection.stream_answers.request_index is 'Place of the request in its step.';
comment on column projection.stream_answers.kind is 'OutcomeKind; 1 is refused.';
comment on column projection.stream_answers.currency is 'Currency of the outcome''s amounts; blank: none.';

create table projection.holder_changes (
    holder bigint not null,
    position bigint not null,
    changed_at timestamptz not null,
    book integer not null,
    kind smallint not null,
    tier smallint not null,
    frozen smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    closed boolean not null,
    primary key (holder, kind, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.holder_changes is 'Wallets and merchants: opened, frozen, moved to a tier, closed. The last row of a holder says how it stands.';
comment on column projection.holder_changes.holder is 'The wallet or merchant.';
comment on column projection.holder_changes.position is 'Position of the step in the log.';
comment on column projection.holder_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.holder_changes.book is 'The book (tenant).';
comment on column projection.holder_changes.kind is 'AccountKind: 1 wallet, 2 merchant.';
comment on column projection.holder_changes.tier is 'The wallet''s tier after it; 0 for merchants.';
comment on column projection.holder_changes.frozen is 'FreezeScope after it: 0 nothing, 1 debits, 2 credits, 3 both.';
comment on column projection.holder_changes.request_index is 'Place of the request in its step.';
comment on column projection.holder_changes.event_index is 'Place of the event among those of its request.';
comment on column projection.holder_changes.closed is 'Whether it is closed after it.';

create table projection.link_changes (
    link uuid not null,
    wallet bigint not null,
    position bigint not null,
    changed_at timestamptz not null,
    book integer not null,
    bank smallint not null,
    status smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (link, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
create index link_changes_wallet on projection.link_changes (wallet, position);
comment on index projection.link_changes_wallet is 'The links of a wallet.';
comment on table projection.link_changes is 'Links between wallets and bank accounts: requested, active, closed. The last row of a link says how it stands.';
comment on column projection.link_changes.link is 'The operation that requested it.';
comment on column projection.link_changes.wallet is 'Whose link it is.';
comment on column projection.link_changes.position is 'Position of the step in the log.';
comment on column projection.link_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.link_changes.book is 'The book (tenant).';
comment on column projection.link_changes.bank is 'Four-digit bank code.';
comment on column projection.link_changes.status is 'LinkStatus after it: 0 requested, 1 active, 2 closed.';
comment on column projection.link_changes.request_index is 'Place of the request in its step.';
comment on column projection.link_changes.event_index is 'Place of the event among those of its request.';

create table projection.link_moves (
    link uuid not null,
    wallet bigint not null,
    position bigint not null,
    moved_at timestamptz not null,
    until_at timestamptz not null,
    book integer not null,
    bank smallint not null,
    status smallint not null,
    reason smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (link, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.link_moves is 'Links of founded books, each time that they moved on, or wait anew: the last row of a link says until when it stays as it is.';
comment on column projection.link_moves.link is 'The operation that requested it.';
comment on column projection.link_moves.wallet is 'Whose link it is.';
comment on column projection.link_moves.position is 'Position of the step in the log.';
comment on column projection.link_moves.moved_at is 'The engine''s time of the step.';
comment on column projection.link_moves.until_at is 'When time moves it on, if nothing else has; infinity: never.';
comment on column projection.link_moves.book is 'The book (tenant).';
comment on column projection.link_moves.bank is 'Four-digit bank code.';
comment on column projection.link_moves.status is 'LinkStatus after it, as in link_changes.';
comment on column projection.link_moves.reason is 'LinkReason: 0 asked, 1 departed, 2 matched, and so on in its order.';
comment on column projection.link_moves.request_index is 'Place of the request in its step; -1: time passed.';
comment on column projection.link_moves.event_index is 'Place of the event among those of its request.';

create table projection.authenticator_changes (
    credential uuid not null,
    wallet bigint not null,
    position bigint not null,
    changed_at timestamptz not null,
    rests_until_at timestamptz not null,
    book integer not null,
    request_index smallint not null,
    event_index smallint not null,
    added boolean not null,
    primary key (wallet, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.authenticator_changes is 'Passkeys that the engine knows of: the last row of a wallet and credential says whether it does, the last row of a wallet until when it rests.';
comment on column projection.authenticator_changes.credential is 'The first 128 bits of the SHA-256 of the credential''s id.';
comment on column projection.authenticator_changes.wallet is 'Whose passkey it is.';
comment on column projection.authenticator_changes.position is 'Position of the step in the log.';
comment on column projection.authenticator_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.authenticator_changes.rests_until_at is 'Before it the wallet links nothing, pays nothing out and changes no payout; infinity: it does not rest.';
comment on column projection.authenticator_changes.book is 'The book (tenant).';
comment on column projection.authenticator_changes.request_index is 'Place of the request in its step.';
comment on column projection.authenticator_changes.event_index is 'Place of the event among those of its request.';
comment on column projection.authenticator_changes.added is 'Whether it was added; otherwise it was taken away.';

create table projection.bank_changes (
    position bigint not null,
    changed_at timestamptz not null,
    book integer not null,
    reason integer not null,
    bank smallint not null,
    operation smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    open boolean not null,
    primary key (bank, operation, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.bank_changes is 'The switches of banks: the last row of a bank and operation says how it stands.';
comment on column projection.bank_changes.position is 'Position of the step in the log.';
comment on column projection.bank_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.bank_changes.book is 'The book (tenant).';
comment on column projection.bank_changes.reason is 'The operator''s code, 0 to 65535.';
comment on column projection.bank_changes.bank is 'Four-digit bank code.';
comment on column projection.bank_changes.operation is 'BankOperation: 0 links, 1 top-ups, 2 cash-outs.';
comment on column projection.bank_changes.request_index is 'Place of the request in its step.';
comment on column projection.bank_changes.event_index is 'Place of the event among those of its request.';
comment on column projection.bank_changes.open is 'Whether the operation is open after it.';

create table projection.instruction_changes (
    instruction uuid not null,
    link uuid not null,
    wallet bigint not null,
    amount bigint not null,
    position bigint not null,
    changed_at timestamptz not null,
    until_at timestamptz not null,
    book integer not null,
    bank smallint not null,
    operation smallint not null,
    status smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    currency char(3) not null,
    primary key (instruction, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
create index instruction_changes_wallet on projection.instruction_changes (wallet, position);
comment on index projection.instruction_changes_wallet is 'The top-ups and cash-outs of a wallet, newest first.';
comment on table projection.instruction_changes is 'Instructions to banks (top-ups and cash-outs). The last row of an instruction says how it stands.';
comment on column projection.instruction_changes.instruction is 'The operation that started it; the bank''s idempotency key.';
comment on column projection.instruction_changes.link is 'The link that it uses.';
comment on column projection.instruction_changes.wallet is 'Whose money it moves.';
comment on column projection.instruction_changes.amount is 'Minor units.';
comment on column projection.instruction_changes.position is 'Position of the step in the log.';
comment on column projection.instruction_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.instruction_changes.until_at is 'Claimed: the lease ends; in doubt: the bank is asked again; else infinity.';
comment on column projection.instruction_changes.book is 'The book (tenant); 0: the log does not say, an earlier row does.';
comment on column projection.instruction_changes.bank is 'Four-digit bank code.';
comment on column projection.instruction_changes.operation is 'BankOperation: 1 top-up, 2 cash-out.';
comment on column projection.instruction_changes.status is 'InstructionStatus after it: 0 requested, 1 claimed, 2 in doubt, 3 settled, 4 declined, 5 withdrawn.';
comment on column projection.instruction_changes.request_index is 'Place of the request in its step; -1: time passed.';
comment on column projection.instruction_changes.event_index is 'Place of the event among those of its request.';
comment on column projection.instruction_changes.currency is 'Three letters.';

create table projection.open_instructions (
    instruction uuid primary key,
    position bigint not null,
    bank smallint not null,
    operation smallint not null
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
create index open_instructions_bank on projection.open_instructions (bank, operation, position);
comment on index projection.open_instructions_bank is 'What is open at a bank, oldest first.';
comment on table projection.open_instructions is 'Instructions that are requested, claimed or in doubt. The one table whose rows go again: when the instruction ends.';
comment on column projection.open_instructions.instruction is 'The instruction.';
comment on column projection.open_instructions.position is 'Position of the step that requested it.';
comment on column projection.open_instructions.bank is 'Four-digit bank code.';
comment on column projection.open_instructions.operation is 'BankOperation: 1 top-up, 2 cash-out.';

create table projection.payment_changes (
    payment uuid not null,
    wallet bigint not null,
    merchant bigint not null,
    amount bigint not null,
    fee bigint not null,
    refundable bigint not null,
    position bigint not null,
    changed_at timestamptz not null,
    expires_at timestamptz not null,
    book integer not null,
    status smallint not null,
    outcome smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    currency char(3) not null,
    primary key (payment, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.payment_changes is 'Payments: authorised, paid, captured, voided, expired, refunded. The last row of a payment says how it stands.';
comment on column projection.payment_changes.payment is 'The operation that began it.';
comment on column projection.payment_changes.wallet is 'Who pays.';
comment on column projection.payment_changes.merchant is 'Who is paid; 0: the log does not say, because the whole amount was fee.';
comment on column projection.payment_changes.amount is 'What this change held, took, released or gave back, minor units.';
comment on column projection.payment_changes.fee is 'The fee in what it took or gave back.';
comment on column projection.payment_changes.refundable is 'Captured less refunded, after it.';
comment on column projection.payment_changes.position is 'Position of the step in the log.';
comment on column projection.payment_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.payment_changes.expires_at is 'When the authorisation made by this change expires; else infinity.';
comment on column projection.payment_changes.book is 'The book (tenant).';
comment on column projection.payment_changes.status is 'PaymentStatus after it: 0 authorised, 1 captured, 2 voided, 3 expired.';
comment on column projection.payment_changes.outcome is 'OutcomeKind: 15 authorised, 16 captured, 17 voided, 18 paid, 19 refunded; 0: time passed.';
comment on column projection.payment_changes.request_index is 'Place of the request in its step; -1: time passed.';
comment on column projection.payment_changes.event_index is 'Place of the event among those of its request.';
comment on column projection.payment_changes.currency is 'Three letters.';

create table projection.hold_changes (
    hold uuid not null,
    position bigint not null,
    changed_at timestamptz not null,
    expires_at timestamptz not null,
    book integer not null,
    status smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (hold, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.hold_changes is 'Operators'' holds: opened and ended. Their lines are entries.';
comment on column projection.hold_changes.hold is 'The operation that opened it.';
comment on column projection.hold_changes.position is 'Position of the step in the log.';
comment on column projection.hold_changes.changed_at is 'The engine''s time of the step.';
comment on column projection.hold_changes.expires_at is 'Opened: when it expires, infinity for never; ended: infinity.';
comment on column projection.hold_changes.book is 'The book (tenant).';
comment on column projection.hold_changes.status is '-1 opened, otherwise HoldEnd: 0 posted, 1 voided, 2 expired.';
comment on column projection.hold_changes.request_index is 'Place of the request in its step; -1: time passed.';
comment on column projection.hold_changes.event_index is 'Place of the event among those of its request.';

create table projection.reversals (
    reversed uuid not null,
    operation uuid not null,
    position bigint not null,
    booked_at timestamptz not null,
    book integer not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (reversed, position)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.reversals is 'Postings that take back an earlier operation.';
comment on column projection.reversals.reversed is 'What was taken back.';
comment on column projection.reversals.operation is 'The operation that took it back.';
comment on column projection.reversals.position is 'Position of the step in the log.';
comment on column projection.reversals.booked_at is 'The engine''s time of the step.';
comment on column projection.reversals.book is 'The book (tenant).';
comment on column projection.reversals.request_index is 'Place of the request in its step.';
comment on column projection.reversals.event_index is 'Place of the event among those of its request.';

create table projection.enquiries (
    instruction uuid not null,
    position bigint not null,
    due_at timestamptz not null,
    attempt integer not null,
    bank smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (instruction, position, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.enquiries is 'Times at which a bank had to be asked what became of an instruction.';
comment on column projection.enquiries.instruction is 'The instruction.';
comment on column projection.enquiries.position is 'Position of the step in the log.';
comment on column projection.enquiries.due_at is 'The engine''s time of the step.';
comment on column projection.enquiries.attempt is '1, 2, 3, ... since it came into doubt.';
comment on column projection.enquiries.bank is 'Four-digit bank code.';
comment on column projection.enquiries.request_index is '-1: time passed.';
comment on column projection.enquiries.event_index is 'Place of the event among those of its step.';

create table projection.bank_contradictions (
    instruction uuid not null,
    position bigint not null,
    told_at timestamptz not null,
    bank smallint not null,
    said smallint not null,
    before smallint not null,
    request_index smallint not null,
    event_index smallint not null,
    primary key (instruction, position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.bank_contradictions is 'A bank said the opposite of what it had said: a person must look.';
comment on column projection.bank_contradictions.instruction is 'The instruction.';
comment on column projection.bank_contradictions.position is 'Position of the step in the log.';
comment on column projection.bank_contradictions.told_at is 'The engine''s time of the step.';
comment on column projection.bank_contradictions.bank is 'Four-digit bank code.';
comment on column projection.bank_contradictions.said is 'InstructionStatus that the bank says now.';
comment on column projection.bank_contradictions.before is 'InstructionStatus before.';
comment on column projection.bank_contradictions.request_index is 'Place of the request in its step.';
comment on column projection.bank_contradictions.event_index is 'Place of the event among those of its request.';

create table projection.safeguarding_shortfalls (
    position bigint not null,
    told_at timestamptz not null,
    outstanding bigint not null,
    held bigint not null,
    book integer not null,
    request_index smallint not null,
    event_index smallint not null,
    currency char(3) not null,
    primary key (position, request_index, event_index)
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.safeguarding_shortfalls is 'A bank''s contradiction left less money than e-money: the operator has to fund the difference.';
comment on column projection.safeguarding_shortfalls.position is 'Position of the step in the log.';
comment on column projection.safeguarding_shortfalls.told_at is 'The engine''s time of the step.';
comment on column projection.safeguarding_shortfalls.outstanding is 'E-money of wallets and merchants, minor units.';
comment on column projection.safeguarding_shortfalls.held is 'Money held for it at banks or on its way between them, minor units.';
comment on column projection.safeguarding_shortfalls.book is 'The book (tenant).';
comment on column projection.safeguarding_shortfalls.request_index is 'Place of the request in its step.';
comment on column projection.safeguarding_shortfalls.event_index is 'Place of the event among those of its request.';
comment on column projection.safeguarding_shortfalls.currency is 'Three letters.';

create table projection.clock_halts (
    position bigint primary key,
    trusted_at timestamptz not null,
    stamped_at timestamptz not null
) with (autovacuum_vacuum_threshold = 2147483647, autovacuum_vacuum_insert_threshold = -1);
comment on table projection.clock_halts is 'The clock jumped and the engine refused everything until the time was confirmed.';
comment on column projection.clock_halts.position is 'Position of the step in the log.';
comment on column projection.clock_halts.trusted_at is 'The last trusted time.';
comment on column projection.clock_halts.stamped_at is 'The time that was not believed.';

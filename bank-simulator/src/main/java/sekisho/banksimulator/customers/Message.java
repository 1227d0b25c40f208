package sekisho.banksimulator.customers;

import java.time.Instant;
import sekisho.banksimulator.profile.Named;

/** Something that a customer's telephone received. */
public record Message(Instant at, Named text) {}

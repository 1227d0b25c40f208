package sekisho.banksimulator.pages;

import java.time.Instant;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.redirect.MandateRequest;

/** Where a visit stands. */
sealed interface Stage {

    /** Nobody is known, and nothing is asked. */
    record Outside() implements Stage {}

    /** Somebody says who they are, to see their account. */
    record SigningIn(Identification identification, Errand errand) implements Stage {}

    /** A customer looks at their account. */
    record Inside(Customer customer, Errand errand) implements Stage {}

    /** Somebody whom an operator sent says who they are. */
    record Asked(MandateRequest request, Identification identification) implements Stage {}

    /** A customer whom an operator sent reads what it asks for. */
    record Consenting(MandateRequest request, Customer customer, Instant identified) implements Stage {}
}

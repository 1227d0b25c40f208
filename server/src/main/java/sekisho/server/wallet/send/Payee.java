package sekisho.server.wallet.send;

import sekisho.server.people.Person;

/** What became of looking for somebody to send money to. */
public sealed interface Payee {

    /**
     * Found.
     *
     * @param as how the payer named him: a handle with its @, or a telephone number. What else is known of him is not shown
     */
    record Found(Person person, String as) implements Payee {}

    /**
     * Not found.
     *
     * @param key of the sentence. One for all reasons: there is nobody, or nobody who can receive or who lets himself be found
     */
    record Unknown(String key) implements Payee {}

    /** As many telephone numbers were looked up today as is possible. */
    record TooMany() implements Payee {}
}

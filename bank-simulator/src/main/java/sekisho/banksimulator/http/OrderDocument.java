package sekisho.banksimulator.http;

import org.springframework.http.HttpStatus;
import sekisho.banksimulator.books.Direction;
import sekisho.banksimulator.books.Order;

/** What is posted to debits and credits. */
record OrderDocument(String key, String account, long amount, String currency) {

    /** @throws Refusal if a field is out of its range */
    Order order(String operator, Direction direction) {
        try {
            return new Order(operator, key, direction, account, amount, currency);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** What is posted to enquiries. */
    record Enquiry(String key, String account, long amount, String currency, String direction) {

        /** @throws Refusal if a field is out of its range */
        Order order(String operator) {
            return new OrderDocument(key, account, amount, currency)
                    .order(
                            operator,
                            switch (direction) {
                                case "debit" -> Direction.DEBIT;
                                case "credit" -> Direction.CREDIT;
                                default -> throw new Refusal(HttpStatus.BAD_REQUEST, "direction: debit or credit");
                            });
        }
    }
}

package sekisho.simulation;

import sekisho.protocol.BookId;
import sekisho.protocol.Command;

/** Somebody who thinks of something to ask for. */
interface Acts {

    Command<?> next(BookId book);
}

/**
 * The command line behind {@code ./sekisho}: one class per verb. Standard output carries the command's result and
 * nothing else. Exit code 0 is success, 1 a failure, 2 a wrong call.
 */
@NullMarked
package sekisho.cli;

import org.jspecify.annotations.NullMarked;

/** What the whole repository has to hold to: no secrets in it, no licence that binds users, a table that names true tests. */
@NullMarked
package sekisho.security;

import org.jspecify.annotations.NullMarked;

/**
 * How values stand in JSON, in addresses and in headers, and the strict reader of them.
 *
 * <p><b>Types.</b> {@link sekisho.server.json.Forms} is the table of every value's form: text
 * ({@link sekisho.server.json.TextForm}) or whole number ({@link sekisho.server.json.NumberForm}). From this one table
 * follow reading and writing JSON, reading parameters, and the schemas of the API's document.
 * {@link sekisho.server.json.ApiJson} makes the JSON mapper. {@link sekisho.server.json.Amount},
 * {@link sekisho.server.json.Fee}, {@link sekisho.server.json.Floor}, {@link sekisho.server.json.Code16},
 * {@link sekisho.server.json.Count}, {@link sekisho.server.json.Evidence}, {@link sekisho.server.json.Exponent},
 * {@link sekisho.server.json.AuthorisationTime}, {@link sekisho.server.json.HoldTime} and
 * {@link sekisho.server.json.RequestRate}, {@link sekisho.server.json.PageSize} and {@link sekisho.server.json.WaitTime} are
 * numbers with their ranges,
 * {@link sekisho.server.json.OAuthClient}, {@link sekisho.server.json.BranchCode} and
 * {@link sekisho.server.json.ShortText} texts with their forms; everything else is the protocol's.
 * {@link sekisho.server.json.BadValue} is how a value is refused, {@link sekisho.server.json.JsonFaults} names what was
 * wrong with a body.
 *
 * <p><b>Rules.</b> Nothing is coerced: a number is a JSON number without point or exponent, a text a JSON string. A field
 * is known, given once, not null, and there unless its type says {@code @Nullable}. Lengths and depth are bounded.
 *
 * <p><b>Not here.</b> What a request means; problems' other sources.
 */
@NullMarked
package sekisho.server.json;

import org.jspecify.annotations.NullMarked;

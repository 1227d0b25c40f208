/**
 * The operator's console: pages for staff, at an origin of their own.
 *
 * <p>{@link sekisho.server.console.StaffMember} is somebody who works here, named by a {@link sekisho.server.console.StaffId}, with a
 * {@link sekisho.server.console.Role}; {@link sekisho.server.console.Staff} keeps them. {@code StaffPasskeys} are their passkeys,
 * {@code StaffSignInPages} and {@code StaffPasskeyPages} the way in. {@code BoardPages} show all banks, {@code BankPages} one,
 * with its three switches, which {@code Switches} sets; {@code Reopenings} keeps who asked for one to be opened again.
 * In a founded book the engine wants signatures of staff: {@code Approvals} asks it how many, keeps a {@code Proposal} until they are
 * there and hands them over; {@code ApprovalPages} show what waits and take a signature; {@code Enrolments} keep which passkeys the
 * engine knows. {@code DescriptionPages} load a bank's description, {@code AccountLockPages} lock bank accounts, {@code MethodPages}
 * stop a method at all banks. {@code Flights} follows what was in flight at a closing. {@code ConsoleWalletPages} find a wallet and freeze it, {@code HealthPages} show how the system is, {@code AuditPages} what staff
 * did. {@code Actions} writes that down. {@code Frames} makes what surrounds every page.
 *
 * <p><b>Rules.</b> A passkey of staff cannot leave its device (BE = 0): one that can is refused when it is made and when it is used. What a
 * member may do is looked up at every request. Nothing is done before it is written down who does it and why. One person closes a
 * switch or freezes a wallet; it takes two people to open a switch again, and a supervisor to unfreeze. In a founded book
 * all that goes by what the engine says: nothing that it guards is tried without signatures, and none is used that it has not judged. Personal values are masked,
 * and looking at a wallet is written down too.
 *
 * <p><b>Not here.</b> Adding staff in a production home: a member is added by the demo world only.
 */
@NullMarked
package sekisho.server.console;

import org.jspecify.annotations.NullMarked;

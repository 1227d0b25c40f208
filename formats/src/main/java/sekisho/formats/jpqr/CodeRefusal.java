package sekisho.formats.jpqr;

/** Why something is no code. */
public sealed interface CodeRefusal {

    /** The reason as an English sentence without a full stop. */
    String sentence();

    /** Nothing was scanned or typed. */
    record Empty() implements CodeRefusal {
        @Override
        public String sentence() {
            return "there is nothing in it";
        }
    }

    /** More characters than a code may have. */
    record TooLong(int characters, int most) implements CodeRefusal {
        @Override
        public String sentence() {
            return "it has " + characters + " characters, and a code has at most " + most;
        }
    }

    /** It does not end in a checksum. */
    record NoChecksum() implements CodeRefusal {
        @Override
        public String sentence() {
            return "it does not end in 6304 and a checksum of four hexadecimal digits";
        }
    }

    /** The checksum belongs to another text: a character was changed or lost. */
    record BadChecksum(String said, String computed) implements CodeRefusal {
        @Override
        public String sentence() {
            return "its checksum is " + said + ", and its text has " + computed + ": it was damaged or changed";
        }
    }

    /** At this place (from 0) no whole object begins. */
    record Malformed(int at) implements CodeRefusal {
        @Override
        public String sentence() {
            return "at character " + at + " there is no whole piece of a code";
        }
    }

    /** An object is there twice. */
    record Repeated(String id) implements CodeRefusal {
        @Override
        public String sentence() {
            return "object " + id + " is there twice";
        }
    }

    /** An object that must be there is not. */
    record Missing(String id) implements CodeRefusal {
        @Override
        public String sentence() {
            return "object " + id + " is missing";
        }
    }

    /** An object has a place of its own and is not there. */
    record OutOfPlace(String id) implements CodeRefusal {
        @Override
        public String sentence() {
            return "object " + id + " is not in its place";
        }
    }

    /** An object's value has not the form that the standard demands. */
    record WrongForm(String id) implements CodeRefusal {
        @Override
        public String sentence() {
            return "object " + id + " has not the form that it must have";
        }
    }

    /** An object that would change what is paid, and that JPQR does not use. */
    record NotSupported(String id) implements CodeRefusal {
        @Override
        public String sentence() {
            return "object " + id + " (a tip or a fee) is not supported";
        }
    }

    /** The amount would not be yen. */
    record WrongCurrency(String numeric) implements CodeRefusal {
        @Override
        public String sentence() {
            return "its currency is " + numeric + ", not 392 (yen)";
        }
    }

    /** The shop is in another country. */
    record WrongCountry(String letters) implements CodeRefusal {
        @Override
        public String sentence() {
            return "its country is " + letters + ", not JP";
        }
    }

    /** An EMVCo code of another scheme. */
    record NotJpqr() implements CodeRefusal {
        @Override
        public String sentence() {
            return "it names no shop of JPQR (object 26 with " + JpqrShop.SCHEME + ")";
        }
    }

    /** A customer's number whose check digit does not fit: one digit is mistyped. */
    record BadCheckDigit() implements CodeRefusal {
        @Override
        public String sentence() {
            return "the last digit does not fit the others: one is mistyped";
        }
    }

    /** A consumer-presented code of somebody else. */
    record NotOurs() implements CodeRefusal {
        @Override
        public String sentence() {
            return "it is a code of another operator";
        }
    }
}

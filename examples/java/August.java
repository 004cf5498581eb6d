import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One person's month through JNA, and what a mistake looks like.
 *
 * <pre>
 * javac -encoding UTF-8 -cp jna.jar August.java
 * java -cp jna.jar:. -Djna.library.path=DIRECTORY_OF_LIBUSTAP August
 * </pre>
 */
public final class August {
    /** The calls of ustap.h that a payroll system needs. A pointer is opaque: nobody looks behind it. */
    interface Ustap extends Library {
        int ustap_abi_version();

        int ustap_law_open(String ratesDir, PointerByReference out, byte[] error, Size errorBytes);

        void ustap_law_free(Pointer law);

        int ustap_month_open(Pointer law, String period, String regime, PointerByReference out, byte[] error, Size errorBytes);

        int ustap_month_add(Pointer month, String day, long incomeTiyn, String categories, byte[] error, Size errorBytes);

        int ustap_month_amounts(Pointer month, Amounts out, byte[] error, Size errorBytes);

        void ustap_month_free(Pointer month);
    }

    /** {@code size_t}. */
    public static final class Size extends IntegerType {
        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** {@code UstapAmounts}, in tiyn. */
    @Structure.FieldOrder({"ipn", "opv", "opvr", "so", "vosms", "withheld"})
    public static final class Amounts extends Structure {
        public long ipn;
        public long opv;
        public long opvr;
        public long so;
        public long vosms;
        public long withheld;
    }

    /** What the library refuses, in its words. */
    static final class UstapException extends RuntimeException {
        final int status;

        UstapException(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static final int BYTES = 512;
    private static final Ustap USTAP =
            Native.load("ustap", Ustap.class, Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name()));

    /** A call with a buffer of its own, so that threads, virtual ones too, do not read each other's errors. */
    private interface Call {
        int with(byte[] error, Size errorBytes);
    }

    private static void call(Call call) {
        byte[] error = new byte[BYTES];
        int status = call.with(error, new Size(BYTES));
        if (status != 0) {
            throw new UstapException(status, Native.toString(error, StandardCharsets.UTF_8.name()));
        }
    }

    /** The law, which any number of threads share. */
    static final class Law implements AutoCloseable {
        private Pointer pointer;

        Law() {
            PointerByReference out = new PointerByReference();
            call((error, bytes) -> USTAP.ustap_law_open(null, out, error, bytes));
            pointer = out.getValue();
        }

        @Override
        public void close() {
            // Nothing the second time, and whoever calls on afterwards is told that the law is null.
            Pointer closed = pointer;
            pointer = null;
            USTAP.ustap_law_free(closed);
        }
    }

    /** One person's month, for one thread at a time. */
    static final class Month implements AutoCloseable {
        private Pointer pointer;

        Month(Law law, String period, String regime) {
            PointerByReference out = new PointerByReference();
            call((error, bytes) -> USTAP.ustap_month_open(law.pointer, period, regime, out, error, bytes));
            pointer = out.getValue();
        }

        /** {@code income} in tenge: what is finer than a tiyn is refused by longValueExact, never rounded. */
        void add(String day, BigDecimal income, String categories) {
            long tiyn = income.movePointRight(2).longValueExact();
            call((error, bytes) -> USTAP.ustap_month_add(pointer, day, tiyn, categories, error, bytes));
        }

        Amounts amounts() {
            Amounts amounts = new Amounts();
            call((error, bytes) -> USTAP.ustap_month_amounts(pointer, amounts, error, bytes));
            return amounts;
        }

        @Override
        public void close() {
            Pointer closed = pointer;
            pointer = null;
            USTAP.ustap_month_free(closed);
        }
    }

    private static BigDecimal tenge(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (USTAP.ustap_abi_version() != 1) {
            throw new IllegalStateException("libustap is of another version");
        }
        try (Law law = new Law();
                Month august = new Month(law, "2026-08", null)) {
            august.add("2026-08-05", new BigDecimal("300000"), "full-time-student");
            august.add("2026-08-20", new BigDecimal("412345.67"), null);
            Amounts amounts = august.amounts();
            out.println("ИПН " + tenge(amounts.ipn) + ", ОПВ " + tenge(amounts.opv) + ", ОПВР " + tenge(amounts.opvr) + ", СО "
                    + tenge(amounts.so) + ", ВОСМС " + tenge(amounts.vosms) + ", withheld " + tenge(amounts.withheld));
            try {
                new Month(law, "2026-08", "900101300017").close();
            } catch (UstapException refused) {
                out.println("status " + refused.status + ": " + refused.getMessage().lines().findFirst().orElse(""));
            }
            try {
                august.add("2026-08-20", new BigDecimal("0.005"), null);
            } catch (ArithmeticException refused) {
                out.println("finer than a tiyn: refused");
            }
        }
    }
}

package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.wire.DatagramListener;
import io.github.sockspec.wire.DatagramListener.Asked;
import java.time.Duration;
import java.util.Locale;

/** How a client that asks in datagrams is answered. */
enum DatagramAnswer {
    AT_ONCE("its question answered at once") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            listener.answer(asked, reply);
        }
    },
    LATE("its question answered late") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            Waiting.quietly(LATER);
            listener.answer(asked, reply);
        }
    },
    TWICE("its question answered twice") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            listener.answer(asked, reply);
            listener.answer(asked, reply);
        }
    },
    NEVER("nobody answering") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            // That is the point.
        }
    },
    FIRST_LOST("its first question lost") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            if (time > 1) {
                listener.answer(asked, reply);
            }
        }
    },
    STRANGER_FIRST("a stranger answering before the server") {
        @Override
        void to(Asked asked, int time, Bytes reply, DatagramListener listener) {
            listener.answerAsStranger(asked, STRANGERS_WORDS);
            listener.answer(asked, reply);
        }
    };

    /** What no client may print. */
    static final Bytes STRANGERS_WORDS = Bytes.utf8("7d1f3a-stranger");

    private static final Duration LATER = Duration.ofMillis(150);

    private final String words;

    DatagramAnswer(String words) {
        this.words = words;
    }

    /** Answers what was asked for the {@code time}th time, as this has it. */
    abstract void to(Asked asked, int time, Bytes reply, DatagramListener listener);

    /** The lower-case word used in results. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words: with what. */
    String words() {
        return words;
    }
}

package io.github.sockspec.spec;

/** What carries a protocol: a stream of bytes, or datagrams. */
public enum Transport {
    TCP,
    UDP
}

package io.github.sockspec.protocol;

/** What carries a protocol: a stream of bytes, or datagrams. */
public enum Transport {
    TCP,
    UDP
}

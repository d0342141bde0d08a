package org.broadsheet.benchmarks.attention;

/// The same steps by another library; found by ServiceLoader where it is on the class path.
public interface Peer {
    /// As in `PyTorch 2.7.1, one thread`.
    String name();

    /// One step of training in context: 256 fresh prompts of 40 examples in 5 dimensions, two
    /// heads, Adam.
    Runnable inContextStep();

    /// One step of normalised descent in W: 6 prompts of 8 tokens in 10 dimensions.
    Runnable jointStep();
}

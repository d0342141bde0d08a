package org.broadsheet.embedding.onnx;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Ends the process with status 3 while another thread loads the model again and again, and lets
/// the end take as long as some more loads do.
final class EndsWhileLoading {
    private static final int LOADS_IN_THE_END = 5;

    private EndsWhileLoading() {}

    public static void main(String[] words) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(LOADS_IN_THE_END);
        Path model = OnnxEmbedder.MODEL.in(Path.of(words[0]));
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    while (true) {
                        new SentenceModel(model, 1).close();
                        begun.countDown();
                        if (ending.getCount() == 0) {
                            loaded.countDown();
                        }
                    }
                });
        begun.await();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            ending.countDown();
                            try {
                                loaded.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        }));
        System.exit(3);
    }
}

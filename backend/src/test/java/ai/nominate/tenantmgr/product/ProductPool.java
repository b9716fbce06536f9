package ai.nominate.tenantmgr.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The running products of a test run. A class borrows one for itself, so classes run side by side and cannot disturb each other;
 * there are as many products as classes that run at the same time. Their start takes long, so they are used again by later classes
 * and end with the run.
 */
final class ProductPool implements AutoCloseable {
    private final Deque<Product> free = new ArrayDeque<>();
    private final List<Product> all = new ArrayList<>();

    /** A product that belongs to one test class until it is closed. */
    record Loan(ProductPool pool, Product product) implements AutoCloseable {
        @Override
        public void close() {
            pool.takeBack(product);
        }
    }

    Loan lend() {
        Product product = takeFree();
        if (product == null) {
            product = new Product();
            keep(product);
        } else {
            product.workQuickly();
        }
        return new Loan(this, product);
    }

    private synchronized Product takeFree() {
        return free.pollFirst();
    }

    private synchronized void keep(Product product) {
        all.add(product);
    }

    private synchronized void takeBack(Product product) {
        free.addFirst(product);
    }

    /** Ends all of them, also when one of them leaves something behind; that fails the run. */
    @Override
    public void close() {
        AssertionError failure = null;
        for (Product product : all) {
            try {
                product.close();
            } catch (AssertionError e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}

/** Published events out to Kafka and in through the inbox: CloudEvents 1.0, binary mode, JSON. */
@NullMarked
package se.lyhord.exchange;

import org.jspecify.annotations.NullMarked;

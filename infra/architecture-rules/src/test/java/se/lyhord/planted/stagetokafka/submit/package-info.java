@NullMarked
package se.lyhord.planted.stagetokafka.submit;

import org.jspecify.annotations.NullMarked;

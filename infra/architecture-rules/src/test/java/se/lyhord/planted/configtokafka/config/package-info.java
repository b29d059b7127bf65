@NullMarked
package se.lyhord.planted.configtokafka.config;

import org.jspecify.annotations.NullMarked;

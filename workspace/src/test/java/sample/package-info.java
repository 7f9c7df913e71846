/** An app as somebody else would write it with Bolt: it knows Slack, and nothing of this project or its rules. */
package sample;

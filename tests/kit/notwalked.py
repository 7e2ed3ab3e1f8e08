"""Services that the walk with a protected person cannot call, and why: a new one is walked, or stands here."""

from __future__ import annotations

_WHY = {
    "sealed bytes, keys or who has got what: tried in test_disclosing, test_clearance and the tests of bundles": (
        "accounts.heeded accounts.keep accounts.note_bundle accounts.settle answering.settle approvals.settle "
        "burying.bury burying.bury_of contacts.add contacts.add_file "
        "contacts.add_given contacts.change contacts.get contacts.named contacts.remove contacts.revoke "
        "contacts.verify disclosed.among disclosed.people_of exchangefolder.choose exchangefolder.make "
        "exchangefolder.make_receipt exchangefolder.take folderlines.lines folderwatching.told identity.export "
        "identity.know_recovery keyring.hear keyring.introduced keyring.keep merging.walk noticing.forked "
        "noticing.note_refusal ownkeys.revoke_lost ownkeys.revoke_lost_by_file "
        "ownkeys.declare_words ownkeys.revocation ownkeys.write_revocation "
        "recalls.answer recalls.take_in receipts.make_notice receipts.make_receipt receipts.write_receipt "
        "receiving.preview receiving.read outgoing.arrived outgoing.lost outgoing.settle "
        "receiving.take_in sending.export sending.make sending.preview shielded.once_kept_back"
    ),
    "a write that refuses what it is given here, and answers an id, a number or nothing": (
        "aftercallin.plan_talks agencies.add answering.stop_again approvals.say_anew approvals.take_away "
        "conflicts.choose callins.create callins.decide callins.follow_up callins.hold "
        "clocks.add_extension disclosures.note_spoken focusing.add_measure focusing.change focusing.change_measure "
        "focusing.end focusing.review focusing.start focusing.told groups.add handingout.register helping.add "
        "helping.change helping.first_contact helping.follow_up helping.move incidents.decide invitees.check_in "
        "invitees.check_out invitees.clear_stop invitees.invite invitees.leave_early invitees.mark memberships.add "
        "memberships.approve memberships.change memberships.review minors.approve_minor minors.propose_minor "
        "notifications.change notifications.correct notifications.follow_up phonecalls.change phonecalls.consent "
        "phonecalls.log quality.mark_all_reviewed rightscases.add rightscases.change rightscases.decide "
        "rightscases.recall rightscases.remove rightscases.tell roundplan.propose roundplan.share_evenly "
        "roundplan.share_out rounds.remove sampling.review seen.opened speakerbook.give_care "
        "undo.redo users.set_withheld"
    ),
    "texts, plans, places and papers of the office, in which there is no person": (
        "demonstration_callin.tick demonstration_register.approve demonstration_register.relations_of "
        "demonstration_speakers.engage directory.print_directory directory.print_to drafting.look drafting.save "
        "envelopes.keep lettertextfiles.save_word lettertexts.back_to_shipped lettertexts.drop_draft lettertexts.keep "
        "lettertexts.look lettertexts.settle lettertexts.sign_off lettertexts.take_into_use lettertexts.view "
        "office.add_ground office.set_logo papers.print_script papers.print_script_to plans.import_from "
        "plans.import_template proofpaper.save proofpaper.sheet rehearsals.change rehearsals.correct rehearsals.drop "
        "rehearsals.finish rehearsals.make_task rehearsals.tick scripts.new_version scripts.remove_block "
        "scripts.retire seeding.seed"
    ),
    "takes what another service has made; tried with it in the tests of letters, imports and reports": (
        "clocks.of_people copies.about hasty.found importing.preview importing.take_in importing_events.plan "
        "journalview.conditions letterpictures.pictures letters.prepare letters.save letters_making.disclose "
        "letters_making.make letters_making.note_names letters_proof.file_holds letters_proof.holds "
        "letters_stops.of_person letters_values.absence_list letters_values.ground_of letters_values.letter_to "
        "letters_wish.round_of listing.joined mentions.find mentions.replace mentions.settle pastmentions.forget "
        "mentions.described mentions.text_at erasedelsewhere.decide erasedelsewhere.heed erasure.let_go "
        "forgetting.forget unreadtexts.forget_lines unreadtexts.owned unreadtexts.replace unreadtexts.text_at "
        "unreadtexts.texts "
        "mentions.telling_of report_files.as_pdf report_files.content report_files.save report_parts.register "
        "reports.focus_of reports.make reports_year.make retentionprotocol.holding retentionprotocol.report"
    ),
}
NOT_WALKED = {name: why for why, names in _WHY.items() for name in names.split()}

// Writes what this Mac plays to standard output, for assist/audio/coretap.py.
//
//   swiftc -O -framework CoreAudio -framework AudioToolbox callassist-tap.swift -o callassist-tap
//
// One line of JSON ("rate", "channels", "device"), then little-endian 16-bit frames until standard
// input ends or the tap breaks. Needs macOS 14.2. The app's Info.plist must hold
// NSAudioCaptureUsageDescription, and app and helper must be signed together: otherwise macOS gives
// silence and no error. Written from Apple's documentation (AudioHardwareTapping.h, CATapDescription);
// never run.

import AudioToolbox
import CoreAudio
import Foundation

func fail(_ sentence: String) -> Never {
    FileHandle.standardError.write((sentence + "\n").data(using: .utf8)!)
    exit(1)
}

func check(_ status: OSStatus, _ what: String) {
    if status != noErr { fail("\(what) failed with \(status)") }
}

func address(_ selector: AudioObjectPropertySelector) -> AudioObjectPropertyAddress {
    AudioObjectPropertyAddress(
        mSelector: selector, mScope: kAudioObjectPropertyScopeGlobal,
        mElement: kAudioObjectPropertyElementMain)
}

func text(_ object: AudioObjectID, _ selector: AudioObjectPropertySelector) -> String {
    var wanted = address(selector)
    var size = UInt32(MemoryLayout<CFString?>.size)
    var value: CFString? = nil
    let status = withUnsafeMutablePointer(to: &value) {
        AudioObjectGetPropertyData(object, &wanted, 0, nil, &size, $0)
    }
    return status == noErr ? (value as String? ?? "") : ""
}

func objects(_ selector: AudioObjectPropertySelector) -> [AudioObjectID] {
    var wanted = address(selector)
    var size = UInt32(0)
    let system = AudioObjectID(kAudioObjectSystemObject)
    guard AudioObjectGetPropertyDataSize(system, &wanted, 0, nil, &size) == noErr else { return [] }
    var found = [AudioObjectID](repeating: 0, count: Int(size) / MemoryLayout<AudioObjectID>.size)
    guard AudioObjectGetPropertyData(system, &wanted, 0, nil, &size, &found) == noErr else { return [] }
    return found
}

func usualOutput() -> AudioObjectID {
    var wanted = address(kAudioHardwarePropertyDefaultOutputDevice)
    var device = AudioObjectID(kAudioObjectUnknown)
    var size = UInt32(MemoryLayout<AudioObjectID>.size)
    let system = AudioObjectID(kAudioObjectSystemObject)
    check(AudioObjectGetPropertyData(system, &wanted, 0, nil, &size, &device), "finding the output")
    return device
}

func processObject(_ process: pid_t) -> AudioObjectID? {
    var wanted = address(kAudioHardwarePropertyTranslatePIDToProcessObject)
    var number = process
    var found = AudioObjectID(kAudioObjectUnknown)
    var size = UInt32(MemoryLayout<AudioObjectID>.size)
    let status = AudioObjectGetPropertyData(
        AudioObjectID(kAudioObjectSystemObject), &wanted, UInt32(MemoryLayout<pid_t>.size), &number,
        &size, &found)
    return status == noErr && found != kAudioObjectUnknown ? found : nil
}

var without: [AudioObjectID] = []
var asked = ""
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
    switch argument {
    case "--without":
        if let number = pid_t(arguments.next() ?? ""), let process = processObject(number) {
            without.append(process)
        }
    case "--device": asked = arguments.next() ?? ""
    default: fail("unknown argument \(argument)")
    }
}

guard #available(macOS 14.2, *) else { fail("macOS 14.2 or later is needed") }

let outputs = objects(kAudioHardwarePropertyDevices)
let output = asked.isEmpty
    ? usualOutput() : outputs.first { text($0, kAudioObjectPropertyName) == asked } ?? 0
if output == 0 { fail("the output \(asked) is not there") }
let outputUID = text(output, kAudioDevicePropertyDeviceUID)

// All that is played to that output, but for the app itself (its test sound), as one stereo mix.
let description: CATapDescription
if asked.isEmpty {
    description = CATapDescription(stereoGlobalTapButExcludeProcesses: without)
} else {
    description = CATapDescription(excludingProcesses: without, deviceUID: outputUID, stream: 0)
}
description.uuid = UUID()
description.isPrivate = true
description.muteBehavior = .unmuted
var tap = AudioObjectID(kAudioObjectUnknown)
check(AudioHardwareCreateProcessTap(description, &tap), "tapping the output")

let aggregate: [String: Any] = [
    kAudioAggregateDeviceNameKey: "Call Assist",
    kAudioAggregateDeviceUIDKey: UUID().uuidString,
    kAudioAggregateDeviceMainSubDeviceKey: outputUID,
    kAudioAggregateDeviceIsPrivateKey: true,
    kAudioAggregateDeviceIsStackedKey: false,
    kAudioAggregateDeviceTapAutoStartKey: true,
    kAudioAggregateDeviceSubDeviceListKey: [[kAudioSubDeviceUIDKey: outputUID]],
    kAudioAggregateDeviceTapListKey: [
        [
            kAudioSubTapDriftCompensationKey: true,
            kAudioSubTapUIDKey: description.uuid.uuidString,
        ]
    ],
]
var device = AudioObjectID(kAudioObjectUnknown)
check(AudioHardwareCreateAggregateDevice(aggregate as CFDictionary, &device), "joining the tap")

var format = AudioStreamBasicDescription()
var formatSize = UInt32(MemoryLayout<AudioStreamBasicDescription>.size)
var formatAddress = address(kAudioTapPropertyFormat)
check(
    AudioObjectGetPropertyData(tap, &formatAddress, 0, nil, &formatSize, &format), "reading its format")
let isFloat = format.mFormatFlags & kAudioFormatFlagIsFloat != 0
if !isFloat || format.mBitsPerChannel != 32 { fail("the tap's format is not 32-bit float") }
let channels = Int(format.mChannelsPerFrame)

let head: [String: Any] = [
    "rate": Int(format.mSampleRate), "channels": channels,
    "device": text(output, kAudioObjectPropertyName),
]
let out = FileHandle.standardOutput
out.write(try! JSONSerialization.data(withJSONObject: head) + "\n".data(using: .utf8)!)

func cleanUp() {
    AudioHardwareDestroyAggregateDevice(device)
    AudioHardwareDestroyProcessTap(tap)
}

let writing = DispatchQueue(label: "write")
var procedure: AudioDeviceIOProcID?
check(
    AudioDeviceCreateIOProcIDWithBlock(&procedure, device, nil) { _, input, _, _, _ in
        let buffers = UnsafeMutableAudioBufferListPointer(UnsafeMutablePointer(mutating: input))
        guard let first = buffers.first, let data = first.mData else { return }
        var frames = Data()
        func put(_ sample: Float32) {
            var whole = Int16(max(-32768, min(32767, (sample * 32767).rounded()))).littleEndian
            withUnsafeBytes(of: &whole) { frames.append(contentsOf: $0) }
        }
        let count = Int(first.mDataByteSize) / 4
        let samples = data.bindMemory(to: Float32.self, capacity: count)
        if buffers.count == 1 {
            for index in 0..<count { put(samples[index]) }
        } else {
            // One buffer a channel: put them side by side.
            let sides = buffers.prefix(channels).compactMap {
                $0.mData?.bindMemory(to: Float32.self, capacity: count)
            }
            for index in 0..<count { for side in sides { put(side[index]) } }
        }
        writing.async {
            do { try out.write(contentsOf: frames) } catch {
                cleanUp()
                exit(0)
            }
        }
    }, "listening to it")
check(AudioDeviceStart(device, procedure), "starting it")

// The app holds our standard input: its end is the app's end.
DispatchQueue.global().async {
    while !FileHandle.standardInput.availableData.isEmpty {}
    cleanUp()
    exit(0)
}
for caught in [SIGTERM, SIGINT] {
    signal(caught) { _ in
        cleanUp()
        exit(0)
    }
}
dispatchMain()
